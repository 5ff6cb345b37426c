package org.triviumcrm.customer;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.triviumcrm.customer.field.TypedFieldsValidator;

/** What a form sends of custom fields by their keys; each that it asks must be readable, and there if the field is required. */
@Constraint(validatedBy = TypedFieldsValidator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface TypedFields {

    /** The noun of the {@link FieldCarrier}. */
    String value();

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
