package network.fanz.common;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names one cause for ever: the last part of the problem's {@code type} URI, its HTTP status and its title. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ProblemType {
    /** An attribute of a request that was answered with a passing problem. */
    String PASSING = "fanz.problem.passing";

    /** Such as {@code insufficient-funds}; it never changes once published. */
    String value();

    int status();

    String title();

    /** Whether the same request may be answered otherwise at another moment; then the answer is not kept under the request's key. */
    boolean passing() default false;
}
