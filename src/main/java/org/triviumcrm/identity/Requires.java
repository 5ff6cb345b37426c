package org.triviumcrm.identity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permission a service method needs of the {@link Viewer} among its arguments; refused with Spring Security's
 * {@code AccessDeniedException}. Modules put it on an annotation of their own ({@code @CanEditOpportunities}) that names
 * the right in words. {@link #ANY_SIGNED_IN} asks for no more than a viewer.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface Requires {

    String ANY_SIGNED_IN = "";

    /** One of these is enough. */
    String[] value();
}
