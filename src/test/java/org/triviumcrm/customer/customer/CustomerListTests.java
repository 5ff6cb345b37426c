package org.triviumcrm.customer.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import org.triviumcrm.identity.AccessLevel;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.list.ListPage;
import org.triviumcrm.shared.list.ListRow;
import org.triviumcrm.shared.list.ListService;
import org.triviumcrm.testing.IntegrationTest;

/** Orders, pages, filters and scope of the list, over rows with many equal and missing values. */
@IntegrationTest
class CustomerListTests {

    private static final long ME = 900_000_001;
    private static final int ROWS = 237;

    @Autowired
    ListService lists;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void rows() {
        for (long person : new long[] {ME, ME + 1}) {
            jdbc.sql(
                            "insert into person (id, name, sign_in_name, created_at, updated_at) values (?, 'P', ?, now(), now())")
                    .params(person, "p" + person)
                    .update();
        }
        Random random = new Random(42);
        for (int i = 0; i < ROWS; i++) {
            jdbc.sql("insert into customer (id, name, industry, employees, annual_revenue, currency, last_activity_at,"
                            + " owner_id, created_at, updated_at) values (?, ?, ?, ?, ?, 'CNY', now() - ? * interval '1 day',"
                            + " ?, now() - ? * interval '1 hour', now())")
                    .params(
                            900_000_000L + i,
                            "Name " + random.nextInt(40),
                            some(random, "Industry " + random.nextInt(5)),
                            some(random, random.nextInt(9)),
                            some(random, random.nextInt(6) / 2.0),
                            some(random, random.nextInt(4)),
                            i % 3 == 0 ? ME + 1 : ME,
                            random.nextInt(20))
                    .update();
        }
    }

    private static @Nullable Object some(Random random, Object value) {
        return random.nextInt(3) == 0 ? null : value;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "-name",
                "industry",
                "-industry",
                "employees",
                "-employees",
                "annualRevenue",
                "-annualRevenue",
                "lastActivityAt",
                "-lastActivityAt",
                "createdAt",
                "-createdAt",
                "updatedAt",
                "-updatedAt",
                "reference",
                "-reference"
            })
    void everyRowComesOnceForwardAndInTheSamePagesBackward(String sort) {
        List<List<Long>> forward = new ArrayList<>();
        ListPage page = page(viewer(AccessLevel.ALL), "sort", sort, "size", "20");
        forward.add(ids(page));
        while (page.next() != null) {
            page = at(page.next());
            forward.add(ids(page));
        }
        assertThat(forward.stream().flatMap(List::stream)).hasSize(ROWS).doesNotHaveDuplicates();
        List<List<Long>> backward = new ArrayList<>(List.of(ids(page)));
        while (page.previous() != null) {
            page = at(page.previous());
            backward.add(ids(page));
        }
        Collections.reverse(backward);
        assertThat(backward).isEqualTo(forward);
    }

    @Test
    void listAndCountKeepToTheScope() {
        ListPage page = page(viewer(AccessLevel.OWN), "size", "200");
        assertThat(page.count().rows()).isEqualTo(158);
        assertThat(page.rows()).hasSize(158);
        assertThat(page(viewer(AccessLevel.NONE)).rows()).isEmpty();
    }

    @Test
    void nobodySeesTheListWithoutThePermission() {
        Viewer stranger = new Viewer(ME, "Me", null, List.of(), Set.of(), Map.of(), Locale.ENGLISH, ZoneId.of("UTC"));
        assertThatThrownBy(() -> page(stranger)).isInstanceOf(AccessDeniedException.class);
    }

    private ListPage at(String href) {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        UriComponentsBuilder.fromUriString(href)
                .build()
                .getQueryParams()
                .forEach((name, values) -> values.forEach(value -> parameters.add(
                        name, value == null ? "" : UriUtils.decode(value, java.nio.charset.StandardCharsets.UTF_8))));
        return lists.page("customer", viewer(AccessLevel.ALL), parameters);
    }

    private ListPage page(Viewer viewer, String... parameters) {
        MultiValueMap<String, String> map = new LinkedMultiValueMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            map.add(parameters[i], parameters[i + 1]);
        }
        return lists.page("customer", viewer, map);
    }

    private static List<Long> ids(ListPage page) {
        return page.rows().stream().map(ListRow::id).toList();
    }

    private static Viewer viewer(AccessLevel level) {
        return new Viewer(
                ME,
                "Me",
                null,
                List.of(),
                Set.of("customer.customer.view"),
                Map.of("customer", level),
                Locale.ENGLISH,
                ZoneId.of("UTC"));
    }
}
