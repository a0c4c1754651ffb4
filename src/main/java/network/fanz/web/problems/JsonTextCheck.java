package network.fanz.web.problems;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import network.fanz.common.InvalidField;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * Looks at every JSON body once, at the door: JSON can spell a NUL character and half of a surrogate pair (RFC 8259, 8.2), which no
 * text column and no UTF-8 encoder takes.
 */
@ControllerAdvice
final class JsonTextCheck extends RequestBodyAdviceAdapter {
    private static final String ESCAPE = "(?<!\\\\)(?:\\\\\\\\)*\\\\u";
    private static final Pattern BROKEN =
            Pattern.compile(ESCAPE + "(?:0000|[dD][89abAB]\\p{XDigit}{2}(?!\\\\u[dD][c-fC-F]))"
                    + "|(?<!\\\\u[dD][89abAB]\\p{XDigit}{2})\\\\u[dD][c-fC-F]\\p{XDigit}{2}");

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        MediaType kind = message.getHeaders().getContentType();
        if (kind == null || !kind.getSubtype().contains("json")) {
            return message;
        }
        byte[] body = message.getBody().readAllBytes();
        String text = text(body);
        if (text.contains("\\u") && BROKEN.matcher(text).find()) {
            throw new InvalidField("body", "A text in it holds characters that are not text.");
        }
        return new BufferedMessage(message.getHeaders(), body);
    }

    /** The reader of JSON would guess other encodings from the first bytes; a check before it would have seen no text in them. */
    private static String text(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            if (text.indexOf('\0') < 0) {
                return text;
            }
        } catch (CharacterCodingException other) {
            // Said below.
        }
        throw new UnsupportedContent(ProblemFilter.UTF_8_ONLY);
    }

    private record BufferedMessage(HttpHeaders headers, byte[] bytes) implements HttpInputMessage {
        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(bytes);
        }
    }
}
