package org.triviumcrm.support.visitor;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.filter.CorsFilter;

/** Lets scripts on the websites that carry a widget talk to us, and on no other; without cookies. */
@Configuration(proxyBeanMethods = false)
class VisitorSites {

    private static final String PATH = "/chat/";

    @Bean
    FilterRegistrationBean<CorsFilter> visitorSitesFilter(VisitorService visitors) {
        CorsFilter filter = new CorsFilter(request -> allowed(visitors, request));
        FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns(PATH + "*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 101);
        return registration;
    }

    /** A configuration without websites refuses all. */
    private static CorsConfiguration allowed(VisitorService visitors, HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length() + PATH.length());
        int end = path.indexOf('/');
        CorsConfiguration allowed = new CorsConfiguration();
        allowed.setAllowedOrigins(end < 0 ? List.of() : visitors.sites(path.substring(0, end)));
        allowed.setAllowedMethods(List.of("GET", "POST"));
        allowed.setAllowedHeaders(List.of("Content-Type", VisitorController.TOKEN));
        allowed.setMaxAge(Duration.ofHours(1));
        return allowed;
    }
}
