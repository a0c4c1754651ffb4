package network.fanz.web.brand;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** {@link OnBrands} all brands where fans and creators meet. */
@OnBrands({Brand.TUBE, Brand.ELITE, Brand.SPICY, Brand.MEET})
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface OnFanBrands {}
