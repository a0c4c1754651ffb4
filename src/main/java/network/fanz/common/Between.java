package network.fanz.common;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * From where to where a number, a size or a duration of the settings may go, both included, written as one writes the setting itself. A
 * value outside stops the start. One of several parts, such as a limit, lies inside if each of its parts does.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Between {
    String min();

    String max();

    /** The whole name of another setting that this one is never below; empty for none. */
    String notBelow() default "";
}
