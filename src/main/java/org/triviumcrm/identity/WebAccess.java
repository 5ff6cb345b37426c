package org.triviumcrm.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;
import org.triviumcrm.identity.signin.Device;

/** What all chains of security have in common, whoever signs in. */
public final class WebAccess {

    /** Scripts, styles and fonts from here only; nothing inline; no page of ours inside another. */
    private static final String CONTENT_POLICY = "default-src 'self'; img-src 'self' data:; font-src 'self' data:; "
            + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private WebAccess() {}

    /** What each answer carries. */
    public static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
    }

    /** Remembers the page that someone wanted before signing in, but no part of a page. */
    @SuppressWarnings("NullAway") // no parameter tells that a request was remembered
    public static HttpSessionRequestCache pagesOnly() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        cache.setRequestMatcher(new AndRequestMatcher(
                PathPatternRequestMatcher.pathPattern(HttpMethod.GET, "/**"),
                new NegatedRequestMatcher(WebAccess::isPartOfAPage)));
        return cache;
    }

    /**
     * Leads whoever is not signed in to the sign-in page. A script that asked for a part of a page is only told so: it keeps what was
     * typed before it leaves.
     */
    public static AuthenticationEntryPoint ledTo(String signInPage) {
        return (request, response, reason) -> {
            if (isPartOfAPage(request)) {
                response.setHeader("X-Session-Ended", "yes");
                response.setStatus(HttpStatus.UNAUTHORIZED.value());
            } else {
                response.sendRedirect(request.getContextPath() + signInPage);
            }
        };
    }

    /** Where a request comes from, as it is kept. */
    public static String address(HttpServletRequest request) {
        return Device.of(request).address();
    }

    /** To a page of this application, whatever host the request named. */
    public static RedirectStrategy hereOnly() {
        return new HereOnly();
    }

    /** Whether a script asks: for a part of a page, or for what changes while it is open. */
    private static boolean isPartOfAPage(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null
                || MediaType.TEXT_EVENT_STREAM_VALUE.equals(request.getHeader(HttpHeaders.ACCEPT));
    }

    private static final class HereOnly extends DefaultRedirectStrategy {

        @Override
        public void sendRedirect(HttpServletRequest request, HttpServletResponse response, String url)
                throws IOException {
            if (url.startsWith("/")) {
                super.sendRedirect(request, response, url);
                return;
            }
            UriComponents asked = UriComponentsBuilder.fromUriString(url).build();
            String path = String.valueOf(asked.getPath()).replaceAll("^[/\\\\]+", "/");
            response.sendRedirect(asked.getQuery() == null ? path : path + "?" + asked.getQuery());
        }
    }
}
