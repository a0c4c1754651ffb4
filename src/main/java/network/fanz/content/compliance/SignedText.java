package network.fanz.content.compliance;

/** Which text somebody had before them when they signed. */
public record SignedText(int number, String language) {}
