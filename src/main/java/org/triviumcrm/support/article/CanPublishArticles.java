package org.triviumcrm.support.article;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.triviumcrm.identity.Requires;

/** May say what readers get. */
@Requires("support.article.publish")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CanPublishArticles {}
