package org.triviumcrm.support.widget;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.web.NotFound;

/** What websites carry. */
@Service
public class WidgetService {

    private static final int TOKEN_BYTES = 15;
    private static final Duration COUNTED = Duration.ofDays(30);

    private final WidgetRepository widgets;
    private final WidgetReadRepository readings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    WidgetService(WidgetRepository widgets, WidgetReadRepository readings, Clock clock) {
        this.widgets = widgets;
        this.readings = readings;
        this.clock = clock;
    }

    @CanManageChat
    @Transactional(readOnly = true)
    public List<WidgetRow> all(Viewer viewer) {
        return readings.rows(clock.instant().minus(COUNTED));
    }

    /** @throws NotFound when there is none */
    @CanManageChat
    @Transactional(readOnly = true)
    public ChatWidget find(Viewer viewer, long id) {
        return widgets.findById(id).orElseThrow(NotFound::new);
    }

    @CanManageChat
    @Transactional(readOnly = true)
    public boolean isNameTaken(Viewer viewer, @Nullable String name, long exceptId) {
        return name != null
                && widgets.findByNameIgnoreCase(name.strip())
                        .filter(other -> other.getId() != exceptId)
                        .isPresent();
    }

    @CanManageChat
    @Transactional
    long create(Viewer viewer, SaveWidget input) {
        byte[] drawn = new byte[TOKEN_BYTES];
        random.nextBytes(drawn);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
        return widgets.saveAndFlush(new ChatWidget(input, token, clock.instant()))
                .getId();
    }

    /** @throws ObjectOptimisticLockingFailureException when somebody has changed it since */
    @CanManageChat
    @Transactional
    void update(Viewer viewer, long id, SaveWidget input) {
        ChatWidget widget = find(viewer, id);
        EditConflict.refuseStale(ChatWidget.class, id, input.version(), widget.getVersion());
        widget.change(input, clock.instant());
    }
}
