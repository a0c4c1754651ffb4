package network.fanz.content.search.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import network.fanz.content.search.SearchOrder;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/** An index of Lucene's in one folder. What is put in is found after {@link #refresh}, and kept after {@link #commit}. */
final class WorkIndex implements AutoCloseable {
    private static final double BUFFER_MEGABYTES = 16;
    private static final SortField LATEST = new SortField(WorkFields.PUBLISHED, SortField.Type.LONG, true);
    private static final SortField IN_ORDER = SortField.FIELD_DOC;

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    /** @throws IOException also where the folder holds what cannot be read */
    WorkIndex(Path folder, IndexWriterConfig.OpenMode mode) throws IOException {
        directory = FSDirectory.open(folder);
        TieredMergePolicy merges = new TieredMergePolicy();
        merges.setForceMergeDeletesPctAllowed(0);
        writer = new IndexWriter(
                directory,
                new IndexWriterConfig(new WordAnalysis())
                        .setOpenMode(mode)
                        .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                        .setMergePolicy(merges)
                        .setCommitOnClose(true));
        searchers = new SearcherManager(writer, null);
    }

    /** Reads every byte once. */
    void check() throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                leaf.reader().checkIntegrity();
            }
        } finally {
            searchers.release(searcher);
        }
    }

    void put(UUID work, Document document) throws IOException {
        writer.updateDocument(new Term(WorkFields.WORK, work.toString()), document);
    }

    void remove(Collection<UUID> works) throws IOException {
        for (UUID work : works) {
            writer.deleteDocuments(new Term(WorkFields.WORK, work.toString()));
        }
    }

    void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    void commit() throws IOException {
        if (writer.hasUncommittedChanges()) {
            writer.commit();
        }
    }

    /** Takes the words of what was removed off the disk, which a removal alone does not. */
    void purge() throws IOException {
        if (writer.hasDeletions()) {
            writer.forceMergeDeletes();
            refresh();
        }
        commit();
        writer.deleteUnusedFiles();
    }

    /** Which works are in it, each with its stamp. */
    Map<UUID, String> stamps() throws IOException {
        Map<UUID, String> stamps = new HashMap<>();
        IndexSearcher searcher = searchers.acquire();
        try {
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                BinaryDocValues ids = DocValues.getBinary(leaf.reader(), WorkFields.IDS);
                BinaryDocValues written = DocValues.getBinary(leaf.reader(), WorkFields.STAMP);
                Bits live = leaf.reader().getLiveDocs();
                for (int document = 0; document < leaf.reader().maxDoc(); document++) {
                    if ((live == null || live.get(document))
                            && ids.advanceExact(document)
                            && written.advanceExact(document)) {
                        stamps.put(
                                id(ids.binaryValue(), 0), written.binaryValue().utf8ToString());
                    }
                }
            }
        } finally {
            searchers.release(searcher);
        }
        return stamps;
    }

    List<IndexHit> find(Query query, SearchOrder order, int most) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            Sort sort = order == SearchOrder.NEWEST
                    ? new Sort(LATEST, IN_ORDER)
                    : new Sort(SortField.FIELD_SCORE, LATEST, IN_ORDER);
            List<IndexHit> hits = new ArrayList<>();
            for (ScoreDoc found : searcher.search(query, most, sort).scoreDocs) {
                hits.add(hit(searcher, (FieldDoc) found, order));
            }
            return hits;
        } finally {
            searchers.release(searcher);
        }
    }

    private static IndexHit hit(IndexSearcher searcher, FieldDoc found, SearchOrder order) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(found.doc, leaves));
        int document = found.doc - leaf.docBase;
        BinaryDocValues ids = DocValues.getBinary(leaf.reader(), WorkFields.IDS);
        BinaryDocValues tags = DocValues.getBinary(leaf.reader(), WorkFields.TAG_LIST);
        NumericDocValues published = DocValues.getNumeric(leaf.reader(), WorkFields.PUBLISHED);
        if (!ids.advanceExact(document) || !tags.advanceExact(document) || !published.advanceExact(document)) {
            throw new IOException("A work in the index lacks its ids");
        }
        BytesRef both = ids.binaryValue();
        String words = tags.binaryValue().utf8ToString();
        return new IndexHit(
                id(both, 0),
                id(both, 2 * Long.BYTES),
                order == SearchOrder.NEWEST ? 0 : (Float) found.fields[0],
                published.longValue(),
                words.isEmpty() ? List.of() : List.of(words.split(" ")));
    }

    private static UUID id(BytesRef both, int at) {
        ByteBuffer bytes = ByteBuffer.wrap(both.bytes, both.offset + at, 2 * Long.BYTES);
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    @Override
    public void close() throws IOException {
        try (directory) {
            try {
                searchers.close();
            } finally {
                writer.close();
            }
        }
    }
}
