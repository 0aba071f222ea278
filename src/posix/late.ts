/** What the shell does not need for its first prompt: large, and fetched when it is first asked for. */

export const loadPrintf = () => import('./printf.ts');

/** Calendar and zones, for the times in a prompt. */
export async function loadTimes() {
  const [{ calendarTime, strftime }, { parseTimeZone }] = await Promise.all([
    import('./strftime.ts'),
    import('./timezone.ts'),
  ]);
  return { calendarTime, strftime, parseTimeZone };
}
