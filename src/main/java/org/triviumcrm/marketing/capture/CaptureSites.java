package org.triviumcrm.marketing.capture;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.filter.CorsFilter;

/**
 * Lets scripts on the site that a key names, and on no other, send leads. Tickets are for every page: a plain form needs one, and it
 * says nothing but the time.
 */
@Configuration(proxyBeanMethods = false)
class CaptureSites {

    private static final String PATH = "/leads/capture/";
    private static final String TICKET = "/ticket";

    @Bean
    FilterRegistrationBean<CorsFilter> captureSitesFilter(CaptureService captures) {
        CorsFilter filter = new CorsFilter(request -> allowed(captures, request));
        FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns(PATH + "*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        return registration;
    }

    private static @Nullable CorsConfiguration allowed(CaptureService captures, HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (path.endsWith(TICKET)) {
            return allowing("*", "GET");
        }
        String site = path.startsWith(PATH) ? captures.site(path.substring(PATH.length())) : null;
        return site == null ? null : allowing(site, "POST");
    }

    private static CorsConfiguration allowing(String site, String method) {
        CorsConfiguration allowed = new CorsConfiguration();
        allowed.setAllowedOrigins(List.of(site));
        allowed.setAllowedMethods(List.of(method));
        allowed.setAllowedHeaders(List.of("Content-Type"));
        return allowed;
    }
}
