import { generatedApi } from "@/shared/api/generated";

export const {
  usePartnersStaffListQuery: useStaffQuery,
  usePartnersStaffRetrieveQuery: useColleagueQuery,
  usePartnersStaffOptionsQuery: useStaffOptionsQuery,
  usePartnersStaffInviteMutation: useInviteMutation,
  usePartnersStaffChangeMutation: useChangeColleagueMutation,
  usePartnersStaffBlockMutation: useBlockMutation,
  usePartnersStaffUnblockMutation: useUnblockMutation,
  usePartnersStaffLeaveMutation: useLeaveMutation,
  usePartnersStaffInviteAgainMutation: useInviteAgainMutation,
  usePartnersStaffRevokeMutation: useRevokeMutation,
} = generatedApi;
