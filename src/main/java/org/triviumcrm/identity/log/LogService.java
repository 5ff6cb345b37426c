package org.triviumcrm.identity.log;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.CanViewLog;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.FieldHistory;
import org.triviumcrm.shared.history.HistoryEntry;
import org.triviumcrm.shared.history.HistoryFilter;
import org.triviumcrm.shared.history.HistoryTable;

/** The logs of sign-ins and of changes. */
@Service
@Transactional(readOnly = true)
class LogService {

    static final int SIZE = 50;

    private final SignInLogRepository signIns;
    private final FieldHistory history;

    LogService(SignInLogRepository signIns, FieldHistory history) {
        this.signIns = signIns;
        this.history = history;
    }

    /** One more than a page, if there is more. */
    @CanViewLog
    public List<SignInEntry> signIns(Viewer viewer, LogFilter filter) {
        return signIns.entries(filter, viewer.zone(), SIZE + 1);
    }

    @CanViewLog
    public List<HistoryEntry> changes(Viewer viewer, LogFilter filter) {
        HistoryFilter asked = new HistoryFilter(
                filter.person(),
                filter.table(),
                filter.start(viewer.zone()),
                filter.end(viewer.zone()),
                filter.before());
        return history.all(asked, SIZE, viewer.locale());
    }

    @CanViewLog
    public Collection<HistoryTable> tables(Viewer viewer) {
        return history.tables();
    }
}
