package network.fanz.content.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import network.fanz.content.catalogue.WorkTags;
import network.fanz.content.search.SearchQuery;
import network.fanz.content.search.SearchWords;
import network.fanz.content.search.SearchWords.Part;
import network.fanz.content.search.SearchWords.PartKind;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Makes questions to the index of what people typed. Every word must be there; a title counts more than a tag, and a tag more than a
 * description.
 */
final class WordQueries {
    private static final float BEST = 8;
    private static final float TAGGED = 4;
    private static final float NAMED = 3;
    private static final float SAID = 1;
    private static final float STEMMED = 0.6f;
    private static final float BEGUN = 0.3f;
    private static final float ALSO = 0.1f;
    private static final int PREFIX_MIN = 2;

    private final WordAnalysis analysis = new WordAnalysis();
    private final QueryBuilder terms = new QueryBuilder(analysis);

    Query query(SearchQuery asked, SearchWords words) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        boolean wanted = false;
        for (int at = 0; at < words.parts().size(); at++) {
            Part part = words.parts().get(at);
            Query query = part(part, words.open() && at == words.parts().size() - 1);
            all.add(query, part.without() ? Occur.MUST_NOT : Occur.MUST);
            wanted |= !part.without();
        }
        if (!wanted) {
            all.add(new MatchAllDocsQuery(), Occur.MUST);
        }
        filter(all, WorkFields.KIND, asked.kind());
        filter(all, WorkFields.AUDIENCE, asked.audience());
        filter(all, WorkFields.TAG, asked.tag());
        filter(all, WorkFields.YEAR, asked.year());
        return all.build();
    }

    private static void filter(BooleanQuery.Builder all, String field, @Nullable Object value) {
        if (value != null) {
            all.add(
                    new TermQuery(new Term(field, value instanceof Enum<?> word ? word.name() : value.toString())),
                    Occur.FILTER);
        }
    }

    private Query part(Part part, boolean open) {
        if (part.kind() == PartKind.TAG) {
            String tag = WorkTags.form(part.text());
            return tag == null
                    ? new MatchNoDocsQuery()
                    : new ConstantScoreQuery(new TermQuery(new Term(WorkFields.TAG, tag)));
        }
        if (part.kind() == PartKind.CREATOR) {
            return anywhere(
                    List.of(new Field(WorkFields.CREATOR_WORDS, NAMED)),
                    part.text().toLowerCase(Locale.ROOT),
                    false);
        }
        return anywhere(FIELDS, part.text(), open && part.kind() == PartKind.WORD);
    }

    private record Field(String name, float weight) {}

    private static final List<Field> FIELDS = fields();

    private static List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field(WorkFields.CREATOR_WORDS, NAMED));
        for (Field field : List.of(
                new Field(WorkFields.TITLE, BEST),
                new Field(WorkFields.TAG_WORDS, TAGGED),
                new Field(WorkFields.DESCRIPTION, SAID))) {
            fields.add(field);
            fields.add(new Field(field.name() + WordAnalysis.ENGLISH, field.weight() * STEMMED));
            fields.add(new Field(field.name() + WordAnalysis.GERMAN, field.weight() * STEMMED));
        }
        return List.copyOf(fields);
    }

    /** Signs that are no word at all stand in no work. */
    private Query anywhere(List<Field> fields, String text, boolean open) {
        List<Query> somewhere = new ArrayList<>();
        String begun = open ? onlyWord(text) : "";
        for (Field field : fields) {
            Query exactly = terms.createPhraseQuery(field.name(), text);
            if (exactly != null) {
                somewhere.add(new BoostQuery(exactly, field.weight()));
            }
            if (begun.length() >= PREFIX_MIN && !field.name().contains("_")) {
                somewhere.add(new BoostQuery(new PrefixQuery(new Term(field.name(), begun)), field.weight() * BEGUN));
            }
        }
        return somewhere.isEmpty() ? new MatchNoDocsQuery() : new DisjunctionMaxQuery(somewhere, ALSO);
    }

    /** The word in the form in which the index has it; empty if it is several. */
    private String onlyWord(String text) {
        try (TokenStream words = analysis.tokenStream(WorkFields.TITLE, text)) {
            CharTermAttribute word = words.addAttribute(CharTermAttribute.class);
            words.reset();
            String first = words.incrementToken() ? word.toString() : "";
            boolean more = words.incrementToken();
            words.end();
            return more ? "" : first;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
