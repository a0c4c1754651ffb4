package network.fanz.content.search.index;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/** Cuts text into words without accents; in fields of a language, words are cut to their stems as well. */
final class WordAnalysis extends Analyzer {
    static final String ENGLISH = "_en";
    static final String GERMAN = "_de";

    @Override
    protected TokenStreamComponents createComponents(String field) {
        StandardTokenizer source = new StandardTokenizer();
        TokenStream words = new LowerCaseFilter(source);
        if (field.endsWith(ENGLISH)) {
            words = new PorterStemFilter(new ASCIIFoldingFilter(new EnglishPossessiveFilter(words)));
        } else if (field.endsWith(GERMAN)) {
            words = new ASCIIFoldingFilter(new GermanLightStemFilter(new GermanNormalizationFilter(words)));
        } else {
            words = new ASCIIFoldingFilter(words);
        }
        return new TokenStreamComponents(source, words);
    }
}
