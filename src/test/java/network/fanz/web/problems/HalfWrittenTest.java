package network.fanz.web.problems;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** A file that breaks off in the middle must not look whole. */
class HalfWrittenTest {
    @Test
    void nothingIsWrittenBehindAnAnswerThatHasBegun() throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        response.getOutputStream().write(1);
        response.flushBuffer();
        IllegalStateException fault = new IllegalStateException("The database is away");
        assertThatThrownBy(() ->
                        new ProblemAnswers(null, null, null).answer(fault, new MockHttpServletRequest(), response))
                .isSameAs(fault);
    }
}
