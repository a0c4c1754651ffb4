package network.fanz.web.brand;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import network.fanz.common.Brand;

/** {@link OnBrands} all brands where fans and creators meet. */
@OnBrands(audience = Brand.Audience.FANS)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface OnFanBrands {}
