package network.fanz.web.problems;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import network.fanz.common.InvalidField;
import network.fanz.common.NotFound;
import network.fanz.common.Problem;
import network.fanz.common.RedactedFailure;
import network.fanz.common.Sentence;
import network.fanz.common.SignInRequired;
import network.fanz.common.TooLarge;
import network.fanz.common.UnreadableBody;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Turns an exception into a problem of ours. An unexpected one is a fault of ours, and is logged under a reference. */
final class ProblemTranslator {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemTranslator.class);
    private static final RepeatedFaults FAULTS = new RepeatedFaults(LOG, System::nanoTime);

    private static final String UNREADABLE = "The body is not what its headers say.";

    private ProblemTranslator() {}

    static Problem of(Throwable thrown, HttpServletRequest request) {
        return switch (thrown) {
            case Problem problem -> problem;
            case HttpMessageNotReadableException unreadable -> body(unreadable.getCause());
            case MethodArgumentTypeMismatchException mismatch -> argument(mismatch);
            case TypeMismatchException mismatch ->
                new InvalidField(String.valueOf(mismatch.getPropertyName()), "This is not what it should be.");
            case MissingServletRequestParameterException missing ->
                new InvalidField(missing.getParameterName(), "This is missing.");
            case MissingRequestHeaderException missing -> new MissingHeader(missing.getHeaderName());
            case MethodArgumentNotValidException invalid ->
                field(invalid.getBindingResult().getFieldErrors());
            case HandlerMethodValidationException invalid -> parameter(invalid);
            case ConstraintViolationException invalid -> violation(invalid);
            case HttpRequestMethodNotSupportedException wrong -> new MethodNotAllowed(wrong.getMethod());
            case HttpMediaTypeNotSupportedException unknown -> new UnsupportedContent();
            case HttpMediaTypeNotAcceptableException unknown -> new NotAcceptable();
            case MaxUploadSizeExceededException large -> new TooLarge();
            case NoResourceFoundException nothing -> new NotFound("page");
            case NoHandlerFoundException nothing -> new NotFound("page");
            case DataAccessResourceFailureException down -> unavailable(down, request);
            case TransientDataAccessException busy -> unavailable(busy, request);
            case CannotCreateTransactionException down -> unavailable(down, request);
            case TransactionSystemException lost -> unavailable(lost, request);
            case InvalidParameterException malformed -> new UnreadableBody(UNREADABLE);
            case BadRequestException malformed -> new UnreadableBody(UNREADABLE);
            case MultipartException malformed -> new UnreadableBody(UNREADABLE);
            case RequestRejectedException refused -> new BadRequest("The address or a header is not right.");
            case ErrorResponse other -> ofStatus(other.getStatusCode().value(), request, thrown);
            default -> refusedByDatabase(thrown, request);
        };
    }

    /** For refusals that carry a status and nothing else. */
    static Problem ofStatus(int status, HttpServletRequest request, Throwable cause) {
        return switch (status) {
            case 401 -> new SignInRequired();
            case 403 -> new RequestRefused();
            case 404 -> new NotFound("page");
            case 405 -> new MethodNotAllowed(methodAsked(request));
            case 406 -> new NotAcceptable();
            case 413 -> new TooLarge();
            case 415 -> new UnsupportedContent();
            case 503 -> new Unavailable(changes(request));
            default ->
                status >= 400 && status < 500
                        ? new BadRequest("The request is not right.")
                        : unexpected(cause, request);
        };
    }

    /** The server goes to the page of errors by GET. */
    private static String methodAsked(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_METHOD) instanceof String asked
                ? asked
                : request.getMethod();
    }

    private static Problem body(@Nullable Throwable cause) {
        return switch (cause) {
            case UnrecognizedPropertyException unknown ->
                new InvalidField(path(unknown), "There is no such field here.");
            case InvalidFormatException format
            when format.getTargetType() != null && format.getTargetType().isEnum() ->
                new InvalidField(path(format), Sentence.of("This is one of: {0}.", words(format.getTargetType())));
            case DatabindException shape
            when !shape.getPath().isEmpty() -> new InvalidField(path(shape), reason(shape));
            case null, default -> new UnreadableBody();
        };
    }

    /** Our own value types say in words what they take; anything else is said plainly. */
    private static String reason(DatabindException shape) {
        Throwable cause = shape.getCause();
        boolean kind = cause instanceof IllegalArgumentException || cause instanceof ArithmeticException;
        if (cause == null || !kind || !isOurs(cause.getStackTrace())) {
            return "This is missing, or is of the wrong kind.";
        }
        String words = String.valueOf(cause.getMessage());
        return words.endsWith(".") ? words : words + ".";
    }

    private static boolean isOurs(StackTraceElement[] trace) {
        return trace.length > 0 && trace[0].getClassName().startsWith("network.fanz.");
    }

    private static String words(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String path(DatabindException at) {
        return at.getPath().stream()
                .map(step -> step.getPropertyName() != null ? step.getPropertyName() : String.valueOf(step.getIndex()))
                .collect(Collectors.joining("."));
    }

    /** A path that holds no id leads nowhere; a parameter of the wrong kind is the caller's to mend. */
    private static Problem argument(MethodArgumentTypeMismatchException mismatch) {
        return mismatch.getParameter().hasParameterAnnotation(PathVariable.class)
                ? new NotFound("page")
                : new InvalidField(mismatch.getName(), "This is not what it should be.");
    }

    private static Problem field(List<FieldError> errors) {
        return errors.isEmpty()
                ? new UnreadableBody()
                : new InvalidField(
                        errors.getFirst().getField(), sentence(errors.getFirst().getDefaultMessage()));
    }

    private static Problem parameter(HandlerMethodValidationException invalid) {
        var first = invalid.getParameterValidationResults().getFirst();
        String name = first.getMethodParameter().getParameterName();
        return new InvalidField(
                name == null ? "" : name,
                sentence(first.getResolvableErrors().getFirst().getDefaultMessage()));
    }

    private static Problem violation(ConstraintViolationException invalid) {
        ConstraintViolation<?> first =
                invalid.getConstraintViolations().iterator().next();
        return new InvalidField(first.getPropertyPath().toString(), sentence(first.getMessage()));
    }

    private static String sentence(@Nullable String words) {
        return words == null ? "This is not what it should be." : "This " + words + ".";
    }

    private static Problem unavailable(Exception down, HttpServletRequest request) {
        String kind = down.getClass().getSimpleName();
        FAULTS.reference(kind, reference -> LOG.warn("The records cannot be reached ({}): {}", reference, kind));
        return new Unavailable(changes(request));
    }

    /** The log line shows which check let the value through. */
    private static Problem refusedByDatabase(Throwable thrown, HttpServletRequest request) {
        Problem refusal = DatabaseRefusals.refusal(thrown, changes(request));
        if (refusal == null) {
            return unexpected(thrown, request);
        }
        String place = handlerPattern(request) + ": " + RedactedFailure.describe(thrown);
        FAULTS.reference(
                place, reference -> LOG.warn("Past the door ({}) of {} {}", reference, request.getMethod(), place));
        return refusal;
    }

    private static boolean changes(HttpServletRequest request) {
        return !Set.of("GET", "HEAD", "OPTIONS").contains(request.getMethod());
    }

    /** The handler's pattern: a path may hold anything that a client typed. */
    private static Object handlerPattern(HttpServletRequest request) {
        return Objects.requireNonNullElse(
                request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE), "an address without a handler");
    }

    private static Problem unexpected(Throwable thrown, HttpServletRequest request) {
        String trace = RedactedFailure.trace(thrown);
        Object handler = handlerPattern(request);
        return new InternalFailure(FAULTS.reference(
                handler + trace,
                reference -> LOG.error("Fault {} at {} {}: {}", reference, request.getMethod(), handler, trace)));
    }
}
