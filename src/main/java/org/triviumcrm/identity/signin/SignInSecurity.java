package org.triviumcrm.identity.signin;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.triviumcrm.identity.WebAccess;
import org.triviumcrm.identity.access.CurrentVisitor;
import org.triviumcrm.identity.access.VisitorFilter;

/** Everything needs a sign-in except this short list. */
@Configuration(proxyBeanMethods = false)
class SignInSecurity {

    private static final String[] OPEN = {
        "/sign-in",
        "/sign-in/refused",
        "/leads/capture/*",
        "/leads/capture/*/ticket",
        "/chat/*/*",
        "/help",
        "/help/**",
        "/survey/**",
        "/calendar/feed/*",
        "/setup",
        "/error",
        "/actuator/health",
        "/actuator/health/**",
        "/webjars/**",
        "/css/**",
        "/js/**",
        "/img/**",
        "/icons/**",
        "/fonts/**",
        "/favicon.ico",
        "/favicon.svg"
    };

    /** What other sites or readers without a session send: there is none that somebody could be tricked into using. */
    private static final String[] FROM_OTHER_SITES = {
        "/leads/capture/*", "/help/*/articles/*/votes", "/chat/*/*", "/survey/*/*"
    };

    @Bean
    SecurityFilterChain signInChain(HttpSecurity http, SignInEvents events, CurrentVisitor visitor) throws Exception {
        return http.authorizeHttpRequests(paths ->
                        // the end of an answer that was begun for somebody who was let in
                        paths.dispatcherTypeMatchers(DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers(OPEN)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("name")
                        .authenticationDetailsSource(Device::of)
                        .successHandler(events)
                        .failureHandler(events))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(WebAccess.ledTo("/sign-in"))
                        .accessDeniedHandler(SignInSecurity::refuse))
                .logout(logout ->
                        logout.logoutUrl("/sign-out").addLogoutHandler(events).logoutSuccessUrl("/sign-in?signed-out"))
                .requestCache(cache -> cache.requestCache(WebAccess.pagesOnly()))
                .addFilterBefore(new VisitorFilter(visitor), AuthorizationFilter.class)
                .httpBasic(AbstractHttpConfigurer::disable)
                .csrf(tokens -> tokens.ignoringRequestMatchers(FROM_OTHER_SITES))
                .headers(WebAccess::headers)
                .build();
    }

    /** Lets the page of errors know why: a session that has ended looks the same to the browser. */
    private static void refuse(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        request.setAttribute(WebAttributes.ACCESS_DENIED_403, reason);
        response.sendError(HttpStatus.FORBIDDEN.value());
    }
}
