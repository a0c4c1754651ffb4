package network.fanz.web.dash;

/**
 * Work that waits for whoever reads the page.
 *
 * @param title how many of what
 * @param text since when, or by when
 * @param address where it is done
 * @param late whether it should have been done
 */
public record WaitingTask(String title, String text, String address, boolean late) {}
