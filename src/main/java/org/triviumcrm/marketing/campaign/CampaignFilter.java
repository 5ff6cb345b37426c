package org.triviumcrm.marketing.campaign;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.triviumcrm.shared.list.ListLink;

/**
 * Which campaigns calendar and board show. All of it stands in the address.
 *
 * @param region exactly this one
 */
public record CampaignFilter(
        @Nullable Long method,
        @Nullable String region,
        @Nullable Long owner,
        @Nullable Long plan) {

    public static final CampaignFilter NONE = new CampaignFilter(null, null, null, null);

    public CampaignFilter {
        region = region == null || region.isBlank() ? null : region;
    }

    /** SQL conditions over {@code c}, each beginning with AND. */
    public String conditions() {
        return (method == null ? "" : " and c.method_id = :method")
                + (region == null ? "" : " and c.region = :region")
                + (owner == null ? "" : " and c.owner_id = :owner")
                + (plan == null ? "" : " and c.plan_id = :plan");
    }

    public Map<String, Object> parameters() {
        Map<String, Object> all = new HashMap<>();
        put(all, "method", method);
        put(all, "region", region);
        put(all, "owner", owner);
        put(all, "plan", plan);
        return all;
    }

    public boolean isNarrowed() {
        return !parameters().isEmpty();
    }

    /** The same in the address of a list of campaigns. */
    public ListLink list() {
        ListLink link = ListLink.to("/marketing/campaigns");
        parameters().forEach(link::is);
        return link;
    }

    /** The same in another address. */
    public String href(UriComponentsBuilder uri) {
        Map<String, Object> all = parameters();
        all.keySet().forEach(name -> uri.queryParam(name, "{" + name + "}"));
        return uri.encode().buildAndExpand(all).toUriString();
    }

    private static void put(Map<String, Object> all, String name, @Nullable Object value) {
        if (value != null) {
            all.put(name, value);
        }
    }
}
