export const vehicles = ['none', 'car', 'keiTruck', 'van'] as const
