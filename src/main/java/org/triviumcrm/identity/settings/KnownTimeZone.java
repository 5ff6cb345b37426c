package org.triviumcrm.identity.settings;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** One of {@link Settings}' choices. */
@Constraint(validatedBy = KnownTimeZone.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface KnownTimeZone {

    String message() default "{identity.error.timeZone}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null is not known either. */
    class Check implements ConstraintValidator<KnownTimeZone, String> {

        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            return value != null && Settings.timeZones().contains(value);
        }
    }
}
