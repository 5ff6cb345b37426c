package org.triviumcrm.identity.bulk;

import jakarta.servlet.ServletRequest;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.ServletRequestDataBinder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.triviumcrm.identity.BulkAction;
import org.triviumcrm.shared.web.NotFound;

/** Binds the fields of bulk actions, whose type only the address tells. */
@Component
class BulkFieldsArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final BulkActions actions;

    BulkFieldsArgument(BulkActions actions) {
        this.actions = actions;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(BulkFields.class);
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders)
            throws Exception {
        Class<?> type = type(request);
        ServletRequestDataBinder binder = (ServletRequestDataBinder) Objects.requireNonNull(binders)
                .createBinder(request, null, "input", ResolvableType.forMethodParameter(new Typed(parameter, type)));
        binder.construct(Objects.requireNonNull(request.getNativeRequest(ServletRequest.class)));
        if (!binder.getBindingResult().hasErrors()) {
            binder.validate();
        }
        Objects.requireNonNull(container)
                .addAllAttributes(binder.getBindingResult().getModel());
        return binder.getTarget();
    }

    @SuppressWarnings("unchecked")
    private Class<?> type(NativeWebRequest request) {
        Map<String, String> address = (Map<String, String>) Objects.requireNonNull(
                request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST));
        return actions.find(address.getOrDefault("noun", ""), address.getOrDefault("action", ""))
                .<Class<?>>map(BulkAction::input)
                .orElseThrow(NotFound::new);
    }

    /** The parameter as if the action's type was declared; so its annotations count. */
    private static final class Typed extends MethodParameter {

        private final Class<?> type;

        Typed(MethodParameter parameter, Class<?> type) {
            super(parameter);
            this.type = type;
        }

        @Override
        public Class<?> getParameterType() {
            return type;
        }

        @Override
        public Type getGenericParameterType() {
            return type;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
