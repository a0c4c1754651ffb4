package network.fanz.content.catalogue;

/**
 * A published work for whoever keeps a copy of its words.
 *
 * @param stamp another once anything of it, or what its creator is called, has changed
 */
public record StampedWork(PublishedWork work, String stamp) {}
