package network.fanz.common;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A setting that says how many are at work, each of which holds one of what another setting counts: threads, say, and connections. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface TakesFrom {
    /** The whole name of the other setting. */
    String value();
}
