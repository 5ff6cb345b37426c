package org.triviumcrm.shared.web;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.Errors;
import org.springframework.validation.SmartValidator;
import org.springframework.validation.Validator;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets a form say everything that is wrong with it at once. A record can't be made while one of its values can't be read;
 * then Spring checks the others one by one, if the validator can. The one that Spring Boot puts in front can not.
 */
@Configuration(proxyBeanMethods = false)
class FieldByField implements WebMvcConfigurer {

    private final LocalValidatorFactoryBean validator;

    FieldByField(LocalValidatorFactoryBean validator) {
        this.validator = validator;
    }

    @Override
    public Validator getValidator() {
        return new OneByOne(validator);
    }

    private record OneByOne(LocalValidatorFactoryBean validator) implements SmartValidator {

        @Override
        public boolean supports(Class<?> type) {
            return validator.supports(type);
        }

        @Override
        public void validate(Object target, Errors errors) {
            validator.validate(target, errors);
        }

        @Override
        public void validate(Object target, Errors errors, @Nullable Object... hints) {
            validator.validate(target, errors, hints);
        }

        @Override
        public void validateValue(
                Class<?> type,
                @Nullable String field,
                @Nullable Object value,
                Errors errors,
                @Nullable Object... hints) {
            validator.validateValue(type, field, value, errors, hints);
        }
    }
}
