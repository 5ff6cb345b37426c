package org.triviumcrm.support.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands the {@link PortalCustomer} to every controller method that asks for one. */
@Component
class PortalArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final CurrentCustomer current;

    PortalArgument(CurrentCustomer current) {
        this.current = current;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == PortalCustomer.class;
    }

    @Override
    public PortalCustomer resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return current.of(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)))
                .orElseThrow(() -> new AuthenticationCredentialsNotFoundException("No customer is signed in"));
    }
}
