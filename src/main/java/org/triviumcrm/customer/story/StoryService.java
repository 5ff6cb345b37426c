package org.triviumcrm.customer.story;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.customer.StorySource;
import org.triviumcrm.customer.VisibleCustomers;
import org.triviumcrm.identity.Viewer;

/** Everything that happened with a customer, of all modules, as far as the viewer sees it. */
@Service
public class StoryService {

    private static final int PART = 30;

    private final StoryRepository stories;
    private final VisibleCustomers customers;
    private final List<StorySource> sources;

    StoryService(StoryRepository stories, VisibleCustomers customers, List<StorySource> sources) {
        this.stories = stories;
        this.customers = customers;
        this.sources = sources.stream()
                .sorted(Comparator.comparingInt(StorySource::order))
                .toList();
    }

    /**
     * A part, the latest first.
     *
     * @param kind only this one; null, or one that there is not, for all
     * @param until the last day; null for today
     * @param before see {@link StoryLine#place}
     * @throws org.triviumcrm.shared.web.NotFound when the viewer does not see the customer
     */
    @CanReadStories
    @Transactional(readOnly = true)
    public Story of(
            Viewer viewer, long customerId, @Nullable String kind, @Nullable LocalDate until, @Nullable String before) {
        customers.require(viewer, customerId);
        List<StorySource> seen =
                sources.stream().filter(source -> source.isFor(viewer)).toList();
        List<StorySource> asked =
                seen.stream().filter(source -> source.key().equals(kind)).toList();
        boolean one = !asked.isEmpty();
        List<StoryLine> lines =
                stories.of(viewer, customerId, one ? asked : seen, until, StoryPlace.parse(before), PART + 1);
        boolean more = lines.size() > PART;
        return new Story(
                more ? lines.subList(0, PART) : lines,
                seen.stream()
                        .map(source -> new StoryKind(
                                source.key(), source.icon(), one && source.key().equals(kind)))
                        .toList(),
                one ? kind : null,
                more ? lines.get(PART - 1).place() : null);
    }
}
