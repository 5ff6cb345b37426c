package org.triviumcrm.support.type;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface TypeFieldRepository extends JpaRepository<TypeField, Long> {

    List<TypeField> findByTypeIdOrderByPositionAscIdAsc(long typeId);

    Optional<TypeField> findByTypeIdAndNameIgnoreCase(long typeId, String name);
}
