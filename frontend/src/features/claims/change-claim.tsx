import { useLingui } from "@lingui/react/macro";
import { Form } from "antd";

import type { ClaimDetail } from "@/shared/api/generated";
import { Button } from "@/shared/ui/button";
import { ProblemNotice } from "@/shared/ui/problem-notice";

import { useChangeClaimMutation } from "./api";
import { ClaimFields, isSaidByInputs, useFieldErrors, type ClaimTexts } from "./claim-fields";

import styles from "./claims.module.css";

/** What was typed stays in the form through every refusal. */
export function ChangeClaim({ claim, onDone }: { claim: ClaimDetail; onDone: () => void }) {
  const { t } = useLingui();
  const [form] = Form.useForm<ClaimTexts>();
  const [change, { error, isLoading }] = useChangeClaimMutation();
  useFieldErrors(form, error);
  const send = async (texts: ClaimTexts) => {
    const wanted = { ...texts, version: claim.version };
    const answer = await change({ id: claim.id, patchedClaimChangeInputRequest: wanted });
    if (answer.data) onDone();
  };
  const { kind, subject, text } = claim;
  return (
    <Form
      form={form}
      className={styles.claim}
      layout="vertical"
      requiredMark={false}
      initialValues={{ kind, subject, text }}
      onFinish={(texts) => void send(texts)}
    >
      {error && !isSaidByInputs(error) && <ProblemNotice error={error} />}
      <ClaimFields />
      <div className={styles.buttons}>
        <Button type="submit" busy={isLoading}>{t`Save and send`}</Button>
        <Button look="quiet" onClick={onDone}>{t`Cancel`}</Button>
      </div>
    </Form>
  );
}
