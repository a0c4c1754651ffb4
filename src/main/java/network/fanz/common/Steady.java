package network.fanz.common;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.beans.factory.annotation.Qualifier;

/**
 * Asks for the clock that does not follow a jump before it is confirmed. It is for whatever begins and ends inside the program: sessions,
 * links, holds, waits, and what a sweep deletes. What is compared with clocks outside, such as codes of a second factor and signatures of
 * vendors, asks for the plain clock.
 */
@Target({ElementType.PARAMETER, ElementType.METHOD, ElementType.FIELD})
@Retention(RetentionPolicy.RUNTIME)
@Qualifier public @interface Steady {}
