package org.triviumcrm.support.picture;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.triviumcrm.identity.Requires;

/** May put pictures into articles. */
@Requires("support.article.write")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CanAddPictures {}
