package org.triviumcrm.identity.person;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which people the list shows.
 *
 * @param q typed: part of the name, sign-in name or e-mail
 * @param team with all below it
 * @param status {@code active} (also when null), {@code inactive}, {@code never} (active, never signed in) or {@code all}
 * @param page from 0
 */
record PersonFilter(
        @Nullable String q,
        @Nullable Long team,
        @Nullable Long role,
        @Nullable String status,
        @Nullable Integer page) {

    static final int SIZE = 50;

    String typed() {
        return q == null ? "" : q.strip();
    }

    int number() {
        return page == null ? 0 : Math.max(0, page);
    }

    @Nullable
    Boolean active() {
        return "all".equals(status) ? null : !"inactive".equals(status);
    }

    boolean neverSignedIn() {
        return "never".equals(status);
    }

    /** The same list, another page of it. */
    String link(int other) {
        UriComponentsBuilder link = UriComponentsBuilder.fromPath("/administration/people");
        link.queryParam("q", typed());
        if (team != null) {
            link.queryParam("team", team);
        }
        if (role != null) {
            link.queryParam("role", role);
        }
        if (status != null) {
            link.queryParam("status", status);
        }
        return link.queryParam("page", other).encode().toUriString();
    }
}
