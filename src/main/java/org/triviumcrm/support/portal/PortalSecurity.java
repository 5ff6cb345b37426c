package org.triviumcrm.support.portal;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.triviumcrm.identity.WebAccess;

/**
 * The sign-in of customers. Nothing is shared with that of the people of the company but the way it is done: another cookie, another session,
 * another place in it, another principal; and each of the two filters ends whoever is not its own.
 */
@Configuration(proxyBeanMethods = false)
class PortalSecurity {

    private static final String CONTEXT = "PORTAL_SECURITY_CONTEXT";

    private static final String[] OPEN = {
        "/portal/sign-in", "/portal/sign-in/refused", "/portal/expired", "/portal/forgotten", "/portal/keys/*"
    };

    @Bean
    @Order(1)
    SecurityFilterChain portalChain(
            HttpSecurity http, PortalSignIn signIn, CurrentCustomer current, PortalSettingRepository settings)
            throws Exception {
        SavedRequestAwareAuthenticationSuccessHandler goOn = new SavedRequestAwareAuthenticationSuccessHandler();
        goOn.setDefaultTargetUrl(PortalArea.PATH);
        goOn.setRedirectStrategy(WebAccess.hereOnly());
        goOn.setRequestCache(WebAccess.pagesOnly());
        return http.securityMatcher(PortalArea.PATH, PortalArea.PATH + "/**")
                .authorizeHttpRequests(paths -> paths.dispatcherTypeMatchers(DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(OPEN)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .authenticationManager(signIn::authenticate)
                .securityContext(context -> context.securityContextRepository(sessions()))
                .formLogin(form -> form.loginPage("/portal/sign-in")
                        .usernameParameter("email")
                        .authenticationDetailsSource(PortalSignIn::place)
                        .successHandler(goOn)
                        .failureHandler(
                                (request, response, refusal) -> forward(request, response, "/portal/sign-in/refused")))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(WebAccess.ledTo("/portal/sign-in"))
                        .accessDeniedHandler(PortalSecurity::refuse))
                .logout(logout -> logout.logoutUrl("/portal/sign-out")
                        .addLogoutHandler((request, response, authentication) ->
                                signIn.signedOut(account(authentication), PortalSignIn.place(request)))
                        .logoutSuccessUrl("/portal/sign-in?signed-out"))
                .requestCache(cache -> cache.requestCache(WebAccess.pagesOnly()))
                .addFilterBefore(new PortalFilter(current, settings), AuthorizationFilter.class)
                .httpBasic(AbstractHttpConfigurer::disable)
                .headers(WebAccess::headers)
                .build();
    }

    /** Where a session keeps who is signed in to the portal. */
    static HttpSessionSecurityContextRepository sessions() {
        HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();
        sessions.setSpringSecurityContextKey(CONTEXT);
        return sessions;
    }

    private static @Nullable Long account(@Nullable Authentication who) {
        return who != null && who.getPrincipal() instanceof SignedInCustomer customer ? customer.accountId() : null;
    }

    /** A page without its token, as after a session that has ended. */
    private static void refuse(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException, ServletException {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("X-Session-Ended", "yes");
            response.setStatus(HttpStatus.FORBIDDEN.value());
        } else {
            forward(request, response, "/portal/expired");
        }
    }

    private static void forward(HttpServletRequest request, HttpServletResponse response, String path)
            throws IOException, ServletException {
        request.getRequestDispatcher(path).forward(request, response);
    }
}
