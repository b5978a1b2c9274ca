export const imports = { open: 'Import facts…' };
