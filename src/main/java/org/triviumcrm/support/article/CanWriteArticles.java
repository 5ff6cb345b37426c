package org.triviumcrm.support.article;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.triviumcrm.identity.Requires;

/** May write articles; what is published stays as it is. */
@Requires("support.article.write")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CanWriteArticles {}
