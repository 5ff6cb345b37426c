package org.triviumcrm.identity.signin;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Everything needs a sign-in except this short list. */
@Configuration(proxyBeanMethods = false)
class SignInSecurity {

    private static final String[] OPEN = {
        "/sign-in",
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

    /** Scripts, styles and fonts from here only; nothing inline; no page of ours inside another. */
    private static final String CONTENT_POLICY = "default-src 'self'; img-src 'self' data:; font-src 'self' data:; "
            + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    SecurityFilterChain signInChain(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(paths ->
                        paths.requestMatchers(OPEN).permitAll().anyRequest().authenticated())
                .formLogin(form -> form.loginPage("/sign-in").defaultSuccessUrl("/"))
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?signed-out"))
                .httpBasic(basic -> basic.disable())
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .csrf(Customizer.withDefaults())
                .build();
    }
}
