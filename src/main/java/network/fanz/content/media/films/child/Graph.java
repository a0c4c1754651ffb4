package network.fanz.content.media.films.child;

import static org.bytedeco.ffmpeg.global.avfilter.AV_BUFFERSRC_FLAG_KEEP_REF;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_frame;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersrc_add_frame_flags;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_get_by_name;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_alloc;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_config;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_create_filter;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_free;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_parse_ptr;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_inout_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_strdup;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import network.fanz.content.media.FilmRefusal;
import org.bytedeco.ffmpeg.avfilter.AVFilterContext;
import org.bytedeco.ffmpeg.avfilter.AVFilterGraph;
import org.bytedeco.ffmpeg.avfilter.AVFilterInOut;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;

/** Frames go in by name, pass filters, and come out. */
final class Graph implements AutoCloseable {
    private final AVFilterGraph graph = avfilter_graph_alloc();
    private final Map<String, AVFilterContext> sources = new LinkedHashMap<>();
    private final AVFrame out = av_frame_alloc();
    private final AVFilterContext sink;

    /**
     * @param sources of each name its kind and its form, {@code kind:form}
     * @param sinkKind the kind of what comes out
     */
    Graph(Map<String, String> sources, String sinkKind, String filters) {
        graph.nb_threads(1);
        AVFilterInOut last = null;
        for (Map.Entry<String, String> source : sources.entrySet()) {
            int at = source.getValue().indexOf(':');
            AVFilterContext made = made(
                    source.getValue().substring(0, at),
                    source.getKey(),
                    source.getValue().substring(at + 1));
            this.sources.put(source.getKey(), made);
            last = end(source.getKey(), made, last);
        }
        sink = made(sinkKind, "out", null);
        require(avfilter_graph_parse_ptr(graph, filters, end("out", sink, null), last, null), filters);
        require(avfilter_graph_config(graph, null), filters);
    }

    private AVFilterContext made(String kind, String name, @Nullable String form) {
        AVFilterContext made = new AVFilterContext(null);
        require(avfilter_graph_create_filter(made, avfilter_get_by_name(kind), name, form, null, graph), kind);
        return made;
    }

    private static AVFilterInOut end(String name, AVFilterContext filter, @Nullable AVFilterInOut next) {
        AVFilterInOut end = avfilter_inout_alloc();
        end.name(av_strdup(new BytePointer(name)));
        end.filter_ctx(filter);
        end.pad_idx(0);
        end.next(next);
        return end;
    }

    private static void require(int result, String what) {
        if (result < 0) {
            throw new Refused(FilmRefusal.UNREADABLE, "filter " + what + " " + result);
        }
    }

    /** @param frame null for the end */
    void put(String source, @Nullable AVFrame frame) {
        AVFilterContext into = sources.get(source);
        if (into != null) {
            av_buffersrc_add_frame_flags(into, frame, AV_BUFFERSRC_FLAG_KEEP_REF);
        }
    }

    void drain(Consumer<AVFrame> consumer) {
        while (av_buffersink_get_frame(sink, out) >= 0) {
            consumer.accept(out);
            av_frame_unref(out);
        }
    }

    AVFilterContext sink() {
        return sink;
    }

    @Override
    public void close() {
        avfilter_graph_free(graph);
    }
}
