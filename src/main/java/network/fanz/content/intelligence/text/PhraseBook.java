package network.fanz.content.intelligence.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ahocorasick.trie.PayloadEmit;
import org.ahocorasick.trie.PayloadTrie;
import tools.jackson.databind.json.JsonMapper;

/** The lists of phrases, as data in {@code intelligence/phrases.json}. */
final class PhraseBook {
    private static final String FILE = "/intelligence/phrases.json";

    private final PhraseFile file;
    private final PayloadTrie<PhraseList> phrases;

    private PhraseBook(PhraseFile file) {
        this.file = file;
        PayloadTrie.PayloadTrieBuilder<PhraseList> trie =
                PayloadTrie.<PhraseList>builder().onlyWholeWords();
        for (PhraseList list : file.lists()) {
            list.phrases().forEach(phrase -> trie.addKeyword(FoldedText.of(phrase), list));
        }
        this.phrases = trie.build();
    }

    /**
     * The file.
     *
     * @param version the day on which it was last changed
     * @param source where the phrases are from
     */
    record PhraseFile(String version, String source, List<PhraseList> lists) {
        PhraseFile {
            lists = List.copyOf(lists);
        }
    }

    static PhraseBook read() {
        try (InputStream json = PhraseBook.class.getResourceAsStream(FILE)) {
            return new PhraseBook(JsonMapper.shared().readValue(json, PhraseFile.class));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String version() {
        return file.version();
    }

    List<PhraseList> lists() {
        return file.lists();
    }

    /** The lists of which something stands in the text, in any of its readings. */
    Set<PhraseList> in(List<String> readings) {
        return readings.stream()
                .map(phrases::parseText)
                .flatMap(Collection::stream)
                .map(PayloadEmit::getPayload)
                .collect(Collectors.toSet());
    }
}
