package org.triviumcrm.sales.board;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.shared.list.ListLink;

/** What the board shows: one pipeline, narrowed and ordered. All of it stands in the address. */
public class BoardFilter {

    /** The territory and all below it; a circle ends. */
    private static final String IN_TERRITORY = """
            o.territory_id = any(array(with recursive below as (
                select t.id from territory t where t.id = :territory
                union select t.id from territory t join below b on t.parent_id = b.id) select id from below))""";

    private @Nullable Long pipeline;
    private @Nullable Long owner;
    private @Nullable Long team;
    private @Nullable Long territory;
    private @Nullable Long product;
    private @Nullable Long customer;
    private @Nullable BigDecimal atLeast;
    private @Nullable LocalDate closesBy;
    private @Nullable String text;
    private BoardOrder order = BoardOrder.ENTERED;

    /** SQL conditions over {@code o}, each beginning with AND. */
    String conditions() {
        List<String> all = new ArrayList<>();
        add(all, owner, "o.owner_id = :owner");
        add(all, team, "o.team_id in (:teams)");
        add(all, territory, IN_TERRITORY);
        add(all, product, "o.product_id = :product");
        add(all, customer, "o.customer_id = :customer");
        add(all, atLeast, "o.base_amount >= :atLeast");
        add(all, closesBy, "o.expected_close_date <= :closesBy");
        add(all, text, "position(search_fold(:text) in search_fold(o.name)) > 0");
        if (text != null && text.codePointCount(0, text.length()) > 1) {
            all.add(" and o.search_pieces @> search_pieces(:text)");
        }
        return String.join("", all);
    }

    /** @param teams the chosen team and all below it */
    Map<String, Object> parameters(Scope scope, List<Long> teams) {
        Map<String, Object> all = new HashMap<>(scope.parameters());
        put(all, "owner", owner);
        put(all, "teams", team == null ? null : teams);
        put(all, "territory", territory);
        put(all, "product", product);
        put(all, "customer", customer);
        put(all, "atLeast", atLeast);
        put(all, "closesBy", closesBy);
        put(all, "text", text);
        return all;
    }

    /** Whether the maintained totals can answer: they know owner, team and territory only. */
    boolean isSummed() {
        return product == null && customer == null && atLeast == null && closesBy == null && text == null;
    }

    public boolean isNarrowed() {
        return !isSummed() || owner != null || team != null || territory != null;
    }

    /** The same filter as a query string, for the parts of the board. */
    public String query() {
        UriComponentsBuilder query = UriComponentsBuilder.newInstance();
        query.queryParam("pipeline", pipeline).queryParam("order", order);
        add(query, "owner", owner);
        add(query, "team", team);
        add(query, "territory", territory);
        add(query, "product", product);
        add(query, "customer", customer);
        add(query, "atLeast", atLeast);
        add(query, "closesBy", closesBy);
        if (text != null) {
            query.queryParam("text", "{text}");
            return query.encode().buildAndExpand(Map.of("text", text)).getQuery() + "";
        }
        return query.build().getQuery() + "";
    }

    /** @param teams the chosen team and all below it */
    String list(List<Long> teams) {
        ListLink link = ListLink.to("/sales/opportunities").is("state", "OPEN");
        is(link, "pipeline", pipeline);
        is(link, "owner", owner);
        is(link, "territory", territory);
        is(link, "product", product);
        is(link, "customer", customer);
        is(link, "name.contains", text);
        if (!teams.isEmpty()) {
            link.is("team", teams.toArray());
        }
        if (atLeast != null) {
            link.range("amount", atLeast, null);
        }
        if (closesBy != null) {
            link.days("expectedClose", null, closesBy);
        }
        return link.toString();
    }

    private static void is(ListLink link, String column, @Nullable Object value) {
        if (value != null) {
            link.is(column, value);
        }
    }

    private static void add(List<String> all, @Nullable Object value, String condition) {
        if (value != null) {
            all.add(" and " + condition);
        }
    }

    private static void add(UriComponentsBuilder query, String name, @Nullable Object value) {
        if (value != null) {
            query.queryParam(name, value);
        }
    }

    private static void put(Map<String, Object> all, String name, @Nullable Object value) {
        if (value != null) {
            all.put(name, value);
        }
    }

    public @Nullable Long getPipeline() {
        return pipeline;
    }

    public void setPipeline(@Nullable Long pipeline) {
        this.pipeline = pipeline;
    }

    public @Nullable Long getOwner() {
        return owner;
    }

    public void setOwner(@Nullable Long owner) {
        this.owner = owner;
    }

    public @Nullable Long getTeam() {
        return team;
    }

    public void setTeam(@Nullable Long team) {
        this.team = team;
    }

    public @Nullable Long getTerritory() {
        return territory;
    }

    public void setTerritory(@Nullable Long territory) {
        this.territory = territory;
    }

    public @Nullable Long getProduct() {
        return product;
    }

    public void setProduct(@Nullable Long product) {
        this.product = product;
    }

    public @Nullable Long getCustomer() {
        return customer;
    }

    public void setCustomer(@Nullable Long customer) {
        this.customer = customer;
    }

    public @Nullable BigDecimal getAtLeast() {
        return atLeast;
    }

    public void setAtLeast(@Nullable BigDecimal atLeast) {
        this.atLeast = atLeast;
    }

    public @Nullable LocalDate getClosesBy() {
        return closesBy;
    }

    public void setClosesBy(@Nullable LocalDate closesBy) {
        this.closesBy = closesBy;
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }

    public BoardOrder getOrder() {
        return order;
    }

    public void setOrder(@Nullable BoardOrder order) {
        this.order = order == null ? BoardOrder.ENTERED : order;
    }
}
