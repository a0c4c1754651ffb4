package network.fanz.common;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call an endpoint. A handler without it is refused to everybody, and fails the build. It is read at one place, before the
 * handler runs.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Access {
    /** Roles of which the caller needs at least one; none named with {@code anyone = false}: any signed-in account. */
    Role[] value() default {};

    /** Open to callers who are not signed in. */
    boolean anyone() default false;

    /** Whether the caller may still lack the second factor that the role asks for: sign-in and the set-up of factors themselves. */
    boolean beforeSecondFactor() default false;

    /**
     * Whether the caller may still owe the acceptance of the terms of use: what it takes to accept them, to sign in and out, to look after
     * one's sessions and factors, and to leave. Of a path that names its owner it is the owner alone who may.
     */
    boolean beforeTerms() default false;

    /**
     * Whether the caller must have proved lately who they are. A browser that was left open somewhere must not be enough to give or take
     * power, to let somebody in again, to change a rule of law or of money, to move money by hand, or to lose a record for good.
     */
    boolean freshProof() default false;

    /**
     * The path variable that holds the owner's account id. An owner is let in beside the named roles; anyone else gets the answer of
     * something that does not exist.
     */
    String owner() default "";
}
