package org.triviumcrm.approval.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.approval.dossier.TrailRepository.Kind;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.attachment.RefusedFile;
import org.triviumcrm.shared.attachment.SentFile;
import org.triviumcrm.shared.web.NotFound;

/** Files of cases, for those who see all of the case. */
@Service
class AttachmentService {

    private static final int MOST = 50;

    private final CaseAccess access;
    private final AttachmentRepository attachments;
    private final TrailRepository trail;

    AttachmentService(CaseAccess access, AttachmentRepository attachments, TrailRepository trail) {
        this.access = access;
        this.attachments = attachments;
        this.trail = trail;
    }

    /**
     * Adds a file to a case that is not at its end.
     *
     * @param size in bytes
     * @throws RefusedFile for one that is empty, too large, or of no kind that may be attached
     * @throws NotAllowed when there are too many already
     */
    @SignedIn
    @Transactional(rollbackFor = IOException.class)
    public void attach(Viewer viewer, long caseId, String fileName, long size, InputStream content) throws IOException {
        ApprovalCase about = access.concerning(viewer, caseId);
        if (!about.state().isOpen()) {
            throw new AlreadyDecided(caseId);
        }
        if (attachments.of(caseId).size() >= MOST) {
            throw new NotAllowed("file", "approval.error.file.many");
        }
        SentFile file = SentFile.of(fileName, size, content);
        long id = attachments.add(caseId, viewer.personId(), file.name(), file.contentType(), size);
        attachments.sign(id, attachments.pieces().store(id, file.content()));
        trail.add(about, Kind.ATTACHED, viewer.personId(), null, file.name());
    }

    @SignedIn
    @Transactional(readOnly = true)
    public Attachment find(Viewer viewer, long caseId, long id) {
        access.whole(viewer, caseId);
        return attachments.find(caseId, id).orElseThrow(NotFound::new);
    }

    @SignedIn
    public void write(Viewer viewer, long caseId, Attachment attachment, OutputStream target) throws IOException {
        access.whole(viewer, caseId);
        attachments.pieces().write(attachment.id(), target);
    }
}
