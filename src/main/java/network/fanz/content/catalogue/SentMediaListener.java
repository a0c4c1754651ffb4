package network.fanz.content.catalogue;

/**
 * Is told what was sent of published works. It is asked at every segment, once the segment has gone out: it takes no time worth naming, and
 * what goes wrong in it hinders nobody's watching.
 */
public interface SentMediaListener {
    void sent(SentMedia sent);
}
